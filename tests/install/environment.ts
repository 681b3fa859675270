/** This process's environment without what npm and Jest put into it: as in a terminal of its own. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|JEST_|INIT_CWD$|NODE_ENV$|NODE_OPTIONS$|CI$)/.test(name)
  );
  return {
    ...Object.fromEntries(kept),
    STRAPI_TELEMETRY_DISABLED: 'true',
    // npm asks for nothing but packages.
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
};
