// Loaded before a program of ours (node --import): writes what it used when it ends. Worker threads load it as well and stay silent. Plain
// JavaScript: what strips types would count with the program, in memory and in time.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const path = process.env.MULTIVECTOR_BENCH_USAGE
if (path && isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    writeFileSync(path, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 }))
  })
}
