/** Word in the built index.html that a host replaces with a fresh random value per page load. */
export const STYLE_NONCE = 'MULTIVECTOR-STYLE-NONCE'

/**
 * The page's Content-Security-Policy: only its own files, and no inline script or eval at all.
 *
 * Styles: Mantine writes its colour variables into `<style>` elements at run time; they carry the nonce. Style attributes that React sets go
 * through the CSSOM, which the policy does not touch, so 'unsafe-inline' is needed nowhere. Images: `blob:` and `data:` are pictures that the
 * page draws of its own charts.
 *
 * @param nonce fresh for each load, at least 128 random bits, base64 or base64url
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Headers of everything a host serves, beside the policy: no guessing of types, no address told to others, no
 * lookup of names ahead, no use by other origins. */
export const hardHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
  'cache-control': 'no-store',
}
