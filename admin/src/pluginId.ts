export const PLUGIN_ID = 'revisions';
