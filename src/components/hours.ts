import type { Unit } from '../course/types';

/**
 * Guided learning hours of a unit as learners read them. The specification prints two figures for
 * Units 7 and 9 (Appendix 1 and Appendix 2), so both are shown.
 */
export function hours({ glh }: Pick<Unit, 'glh'>): string {
  const { appendix1, appendix2 } = glh;
  if (appendix1 === appendix2) return `${appendix1}`;
  return `${Math.min(appendix1, appendix2)} or ${Math.max(appendix1, appendix2)}`;
}
