/** The list of every question id and evidence reference that was ever published. */
interface Published {
  live: string[];
  retired: string[];
}

/** Reads the list: one id in a line; `# retired` starts the ones that are gone for good. */
export function readPublished(text: string): Published {
  const [live = '', retired = ''] = text.split(/^# retired.*$/m);
  const ids = (part: string) =>
    part
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
  return { live: ids(live), retired: ids(retired) };
}

/** What is wrong between the list and the ids of the course, a sentence for each; empty when all is well. */
export function compareIds({ live, retired }: Published, ids: readonly string[]): string[] {
  const sorted = live.toSorted();
  const fresh = ids.filter((id) => !live.includes(id) && !retired.includes(id)).toSorted();
  return [
    ...live
      .filter((id) => !ids.includes(id))
      .map(
        (id) =>
          `“${id}” was published, but is not in the course any more. Bring it back, or move its line below “# retired”: stored answers and old bundles name it.`,
      ),
    ...retired
      .filter((id) => ids.includes(id))
      .map((id) => `“${id}” is retired, and may not be used again. Choose a new id.`),
    ...(fresh.length === 0
      ? []
      : [`New ids. Add these lines to tests/content/ids.txt:\n${fresh.join('\n')}`]),
    ...live
      .filter((id, i) => sorted[i] !== id)
      .slice(0, 1)
      .map((id) => `The list is not sorted from “${id}” on.`),
  ];
}
