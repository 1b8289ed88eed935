/** Zip files and our own ending; a CSV file or a workbook goes its usual way. Apart from the reader of packages, which is loaded for a package alone. */
export const mayBePackage = (name: string): boolean => /\.(zip|mvdata)$/i.test(name)
