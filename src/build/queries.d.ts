/** A script as text, bundled and made small, to stand in the page itself (inline.mjs). */
declare module '*?inline-script' {
  const text: string;
  export default text;
}
