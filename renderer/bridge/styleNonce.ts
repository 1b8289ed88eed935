/**
 * The value that styles made at run time must carry (Mantine: `getStyleNonce`); the host puts a fresh one into each page it serves.
 * Libraries that ask for `__webpack_nonce__` (the scroll lock of Mantine's dialogs) find it there after the first call.
 *
 * @returns empty when the page is served without one, as under hot reload
 */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')
  const nonce = meta?.nonce || meta?.getAttribute('nonce') || ''
  if (nonce !== '') (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce
  return nonce
}
