// Every way out of Node, replaced before the program starts: what it opens that is not loopback is told on standard error.

/** Loaded before the program in every thread of it: writes down each connection, lookup and listening that is not loopback. */
export const trap = `
const net = require('node:net'), dns = require('node:dns'), dgram = require('node:dgram')
const tell = (what) => process.stderr.write('TRAP ' + what + '\\n')
const loopback = (host) => host === '127.0.0.1'
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0]
  if (!options?.path && !loopback(options?.host)) tell('connect ' + JSON.stringify(options))
  return connect.apply(this, args)
}
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  if (typeof args[0] !== 'object' || !loopback(args[0]?.host)) tell('listen ' + JSON.stringify(args[0]))
  return listen.apply(this, args)
}
for (const name of ['lookup', 'resolve', 'resolve4']) { const real = dns[name]; dns[name] = (...args) => { if (!loopback(args[0])) tell('dns ' + args[0]); return real(...args) } }
const create = dgram.createSocket
dgram.createSocket = (...args) => { tell('udp'); return create(...args) }
`
