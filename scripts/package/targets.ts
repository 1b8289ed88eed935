// The systems that Multivector is packaged for.

export interface Target {
  readonly platform: 'linux' | 'win32' | 'darwin'
  readonly arch: 'x64' | 'arm64'
}

export const targets: readonly Target[] = [
  { platform: 'linux', arch: 'x64' },
  { platform: 'linux', arch: 'arm64' },
  { platform: 'win32', arch: 'x64' },
  { platform: 'win32', arch: 'arm64' },
  { platform: 'darwin', arch: 'arm64' },
  { platform: 'darwin', arch: 'x64' },
]

const short = { linux: 'linux', win32: 'win', darwin: 'mac' } as const

/** `linux-x64`, `win-arm64`, `mac-arm64` …: how a target is named on the command line and in file names. */
export const targetName = ({ platform, arch }: Target): string => `${short[platform]}-${arch}`

/** electron-builder's own word for the platform. */
export const builderFlag = ({ platform }: Target): 'linux' | 'win' | 'mac' => short[platform]

/** File name of the SQLite module's binary for a target. */
export const nativeFile = ({ platform, arch }: Target): string => `${platform}-${arch}.node`

/** @throws {Error} with the names that there are */
export function targetNamed(name: string): Target {
  const found = targets.find((target) => targetName(target) === name)
  if (found) return found
  throw new Error(`there is no platform ${name}; there are ${targets.map(targetName).join(', ')}`)
}

/** The target that this process runs on. */
export const ownTarget = (): Target => targetNamed(`${short[process.platform as Target['platform']]}-${process.arch}`)
