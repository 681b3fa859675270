import { configSchema, parseOptions } from './schema';

export default {
  // defaults are the schema's: Strapi would merge an array of ours into the user's, item by item
  default: {},
  validator(config: unknown) {
    parseOptions(configSchema, config, 'plugin::revisions');
  },
};
