import type { APIRoute, GetStaticPaths } from 'astro';
import { course } from '../../../course';
import { practiceFile, readyUnits } from '../../../course/find';

/** `/data/questions/U01.json`: what the review and the check of a unit need of its practice. */
export const getStaticPaths = (() =>
  readyUnits(course).map((unit) => ({
    params: { unit: unit.key },
    props: { unit },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(practiceFile(props['unit'])), {
    headers: { 'content-type': 'application/json' },
  });
