import type { Core } from '@strapi/strapi';
import recorder from './recorder';
import retention from './retention';
import store from './store';
import tracking from './tracking';

const services = { recorder, retention, store, tracking };

export default services;

type Services = { [Name in keyof typeof services]: ReturnType<(typeof services)[Name]> };

/** A service of this plugin, with its type. */
export const getService = <Name extends keyof Services>(strapi: Core.Strapi, name: Name): Services[Name] =>
  strapi.plugin('revisions').service(name as string) as unknown as Services[Name];
