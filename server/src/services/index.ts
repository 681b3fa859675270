import type { Core } from '@strapi/strapi';
import apply from './apply';
import autosave from './autosave';
import comparison from './comparison';
import content from './content';
import draftForm from './draft-form';
import draftList from './draft-list';
import draftLooks from './draft-looks';
import draftMerge from './draft-merge';
import drafts from './drafts';
import events from './events';
import previews from './previews';
import recorder from './recorder';
import restore from './restore';
import retention from './retention';
import revisions from './revisions';
import states from './states';
import store from './store';
import tracking from './tracking';

const services = {
  apply,
  autosave,
  comparison,
  content,
  'draft-form': draftForm,
  'draft-list': draftList,
  'draft-looks': draftLooks,
  'draft-merge': draftMerge,
  drafts,
  events,
  previews,
  recorder,
  restore,
  retention,
  revisions,
  states,
  store,
  tracking,
};

export default services;

type Services = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> };

/** A service of this plugin, with its type. */
export const getService = <Name extends keyof Services>(strapi: Core.Strapi, name: Name): Services[Name] =>
  strapi.plugin('revisions').service(name as string) as unknown as Services[Name];
