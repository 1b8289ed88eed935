export * from '../../electron/shared/domain/languages.ts'
