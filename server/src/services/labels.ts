import type { Core } from '@strapi/strapi';
import type { Structure } from '../core/structure';

interface Configuration {
  settings?: { mainField?: string };
  metadatas?: Record<string, { edit?: { label?: string } }>;
}

/** How the content manager is set up to show a type or a component. */
const configurationOf = async (strapi: Core.Strapi, uid: string): Promise<Configuration> => {
  const model = strapi.getModel(uid as never) as { modelType?: string } | undefined;
  if (!model) return {};
  const name = model.modelType === 'component' ? 'components' : 'content-types';
  return (
    ((await strapi.plugin('content-manager').service(name).findConfiguration(model)) as Configuration) ?? {}
  );
};

/** Which attribute names an entry of a type; null where the type is gone. */
export const mainFieldOf = async (strapi: Core.Strapi, uid: string): Promise<string | null> =>
  (await configurationOf(strapi, uid)).settings?.mainField ?? null;

export interface Labels {
  attribute(uid: string, name: string): string;
  component(uid: string): string;
}

/** What editors call the attributes and components of a type, as the content manager is set up. */
export const createLabels = async (strapi: Core.Strapi, structure: Structure): Promise<Labels> => {
  const uids = [structure.uid, ...Object.keys(structure.components)];
  const configurations = new Map(
    await Promise.all(uids.map(async (uid) => [uid, await configurationOf(strapi, uid)] as const))
  );
  return {
    attribute: (uid, name) => configurations.get(uid)?.metadatas?.[name]?.edit?.label || name,
    component: (uid) => strapi.components[uid as never]?.info?.displayName ?? uid,
  };
};
