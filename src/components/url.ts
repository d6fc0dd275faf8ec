/**
 * The address of a page or file of this site, wherever it is hosted.
 * @param path from the root of the site, without a slash at its start: `units/`, `data/U01.json`
 */
export function url(path: string): string {
  const base = import.meta.env.BASE_URL;
  return (base.endsWith('/') ? base : `${base}/`) + path;
}
