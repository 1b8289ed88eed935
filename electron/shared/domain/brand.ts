declare const brand: unique symbol

/** A value that looks like `Base` but cannot be mixed up with another `Base` by accident. Made only by the parsers of this folder. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
