/**
 * A note on a slip in the specification as readers see it. Notes are written for authors, who mark
 * code with backticks: “printed” in place of `printed`.
 */
export const readable = (note: string): string => note.replace(/`([^`]*)`/g, '“$1”');
