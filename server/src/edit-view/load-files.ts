import type { Core } from '@strapi/strapi';

const FILE = 'plugin::upload.file';

type File = Record<string, unknown> & { id: number };

/** Files as the media library has them now, with addresses that a browser may open. */
export const loadFiles = async (strapi: Core.Strapi, ids: Set<number>): Promise<Map<number, File>> => {
  if (ids.size === 0) return new Map();
  const files = (await strapi.db.query(FILE).findMany({
    where: { id: { $in: [...ids] } },
    populate: ['folder'],
  })) as File[];
  const { signFileUrls } = strapi.plugin('upload').service('file') as {
    signFileUrls: (file: File) => Promise<File>;
  };
  const signed = await Promise.all(files.map(signFileUrls));
  return new Map(signed.map((file) => [file.id, file]));
};
