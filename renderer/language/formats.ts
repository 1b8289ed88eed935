export * from '../../electron/shared/domain/formats.ts'
