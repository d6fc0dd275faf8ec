/**
 * Hands a file to the browser's downloads. The page cannot know that it arrived, so callers ask
 * the learner before they say that a copy exists.
 * @param name file name; no learner's name in it
 * @param content text or bytes
 * @param type media type, `application/zip`
 */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>, type: string) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken its own hold of the file by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
