/** A catalogue, compiled by the Lingui plugin while bundling. */
declare module '*.po' {
  export const messages: import('@lingui/core').Messages;
}
