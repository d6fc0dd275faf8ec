/** The authors' files as the build reads them: path → text, with paths such as `/content/…`. */
export const files: Record<string, string> = import.meta.glob<string>(
  '/content/**/*.{yaml,mdx,svg}',
  { query: '?raw', import: 'default', eager: true },
);
