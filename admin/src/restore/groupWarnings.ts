import type { RestoreWarning } from '../../../contracts/revision';

export interface WarningGroup {
  warning: RestoreWarning;
  paths: string[];
}

const fieldOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? path;

/** Same reason, same words; what is missing has a name of its own. */
const keyOf = ({ code, locale, path }: RestoreWarning): string => {
  if (code === 'missing') return `${code}:${locale}:${path}`;
  return code === 'shared' ? code : `${code}:${locale}`;
};

/** Warnings about the fields that are restored, those that say the same of several fields together. */
export const groupWarnings = (warnings: RestoreWarning[], leftOut: string[]): WarningGroup[] => {
  const groups = new Map<string, WarningGroup>();

  for (const warning of warnings) {
    if (leftOut.includes(fieldOf(warning.path))) continue;
    const group = groups.get(keyOf(warning)) ?? { warning, paths: [] };
    if (!group.paths.includes(warning.path)) group.paths.push(warning.path);
    groups.set(keyOf(warning), group);
  }
  return [...groups.values()];
};
