// Addresses and headers of the browser host, known to its server and to the page.
export const http = {
  /** exchanges the key from the address for this page's token */
  session: '/session',
  /** followed by the channel's name */
  call: '/call/',
  /** a stream of lines, one JSON event each */
  events: '/events',
  /** upload of one chosen or dropped file */
  files: '/files',
  /** followed by an output's token */
  download: '/download/',
  tokenHeader: 'x-multivector-token',
  /** file name of an upload, percent-encoded */
  nameHeader: 'x-multivector-file',
  /** the address ends in `#key=…`: a fragment is never sent, neither to a server nor as a referrer */
  keyPrefix: '#key=',
} as const
