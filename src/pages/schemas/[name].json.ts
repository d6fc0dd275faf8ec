import type { APIRoute, GetStaticPaths } from 'astro';
import { editorSchemas } from '../../course/editor';

/** `/schemas/questions.json`: the JSON Schemas of the authors' files, for editors. */
export const getStaticPaths = (() =>
  editorSchemas().map(({ name, schema }) => ({
    params: { name },
    props: { schema },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['schema'], null, 2), {
    headers: { 'content-type': 'application/schema+json' },
  });
