import type { APIRoute, GetStaticPaths } from 'astro';
import { course } from '../../course';
import { unitFile } from '../../course/find';

/** `/data/U01.json`: a unit as the portfolio and the exports need it. */
export const getStaticPaths = (() =>
  course.units.map((unit) => ({
    params: { unit: unit.key },
    props: { unit },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(unitFile(course, props['unit'])), {
    headers: { 'content-type': 'application/json' },
  });
