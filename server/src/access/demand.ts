import { errors } from '@strapi/utils';
import type { Access, DocumentAction, Entity } from './access';

/** @throws ForbiddenError where the caller lacks the right on the document; of its kinds the one whose message Strapi passes on */
export const demand = async (access: Access, action: DocumentAction, entity: Entity): Promise<void> => {
  if (!(await access.can(action, entity))) {
    throw new errors.PolicyError(`You have no right to ${action} this document`);
  }
};
