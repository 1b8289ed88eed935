import type { Project } from '../../../electron/shared/findings/projects.ts'
import type { Words } from './words.ts'

/** What the cards below the table draw from: the projects that its filters leave. */
export interface ProjectsCardProps {
  readonly projects: readonly Project[]
  readonly words: Words
}
