import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Actor } from '../../../contracts/revision';
import type { Access } from '../access/access';
import { contentApiAccess } from '../access/content-api-access';
import { isGranted } from '../access/is-granted';
import { currentRequest, doorOf } from '../capture/door';
import { ParameterError, type Creator } from '../core/query/parse-query';
import type { Viewer } from '../store/draft-viewer';
import { ownerKey } from '../store/drafts';

/** Who asks for entries, and what they may see of them. */
export interface Caller {
  actor: Actor;
  /** false: the site's own code */
  isRequest: boolean;
  /** Of drafts: their own as a signed-in user, all that have a name as an API token, and as the site's own code. */
  viewer: Viewer;
  /** @throws ForbiddenError where the action `find` of drafts or of revisions was not granted */
  demand(what: 'draft' | 'revision'): Promise<void>;
  /** Names of attributes that they may see. */
  readable: Access['readable'];
}

const UNRESTRICTED: Access['readable'] = async (places) => places;

/**
 * Code that asks the Document Service outside of a request is the site's own, and may see what has a name. Within a
 * request of the content API it is whoever makes the request: nothing is reachable past their grants by way of a
 * controller that passes parameters on.
 */
export const callerOf = (strapi: Core.Strapi, uid: string): Caller => {
  const request = currentRequest(strapi);
  const { actor } = doorOf(strapi);
  if (!request?.state?.route && !request?.state?.auth) {
    return {
      actor,
      isRequest: false,
      viewer: { actor, own: false, peers: true },
      demand: async () => undefined,
      readable: UNRESTRICTED,
    };
  }
  const auth = request.state.auth as never;
  return {
    actor,
    isRequest: true,
    viewer: { actor, own: ownerKey(actor) !== null, peers: actor.type === 'api-token' },
    async demand(what) {
      // nobody signed in and not granted look alike, as on Strapi's own routes
      if (!(await isGranted(strapi, auth, `plugin::revisions.${what}.find`)))
        throw new errors.ForbiddenError();
    },
    readable: contentApiAccess(strapi, auth, uid).readable,
  };
};

/** @throws UnauthorizedError where it is `me`, and nobody is signed in */
export const actorOf = (
  creator: Creator | undefined,
  { actor }: Caller,
  parameter: string
): { type: string; id: number } | undefined => {
  if (creator !== 'me') return creator;
  if (actor.id === null)
    throw new errors.UnauthorizedError(new ParameterError(parameter, 'nobody is signed in').message);
  return { type: actor.type, id: actor.id };
};
