declare module 'text-readability' {
  /** The parts of the package that the reading rules use; it has no types of its own. */
  const readability: {
    /** how many syllables an English text has */
    syllableCount: (text: string) => number;
  };
  export default readability;
}
