/** A catalogue, compiled by the Lingui plugin while bundling. */
declare module '*.po' {
  export const messages: import('@lingui/core').Messages;
}

/** Changes with the stylesheet; set by `vite.config.ts`. */
declare const STYLE_VERSION: string;
