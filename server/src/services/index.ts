import type { Core } from '@strapi/strapi';
import comparison from './comparison';
import content from './content';
import recorder from './recorder';
import restore from './restore';
import retention from './retention';
import revisions from './revisions';
import states from './states';
import store from './store';
import tracking from './tracking';

const services = { comparison, content, recorder, restore, retention, revisions, states, store, tracking };

export default services;

type Services = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> };

/** A service of this plugin, with its type. */
export const getService = <Name extends keyof Services>(strapi: Core.Strapi, name: Name): Services[Name] =>
  strapi.plugin('revisions').service(name as string) as unknown as Services[Name];
