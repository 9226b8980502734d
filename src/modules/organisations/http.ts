// Binds the contract of organisations to its use cases.
import { implement } from '@orpc/server';
import { answer, type HttpContext } from '#platform/http/procedure.ts';
import { addContact, endContact, eraseContact, listContacts, updateContact } from './api/change-contacts.ts';
import { createOrganisation, previewOrganisation, setOrganisationAudience, updateOrganisation } from './api/change-organisation.ts';
import { listOrganisations } from './api/list-organisations.ts';
import { getOrganisation } from './api/open-organisation.ts';
import { organisations } from './contract.ts';

const os = implement(organisations).$context<HttpContext>();

export const organisationsRouter = os.router({
  listOrganisations: os.listOrganisations.handler(answer(listOrganisations)),
  getOrganisation: os.getOrganisation.handler(answer(getOrganisation)),
  createOrganisation: os.createOrganisation.handler(answer(createOrganisation)),
  updateOrganisation: os.updateOrganisation.handler(answer(updateOrganisation)),
  previewOrganisation: os.previewOrganisation.handler(answer(previewOrganisation)),
  setOrganisationAudience: os.setOrganisationAudience.handler(answer(setOrganisationAudience)),
  listContacts: os.listContacts.handler(answer(listContacts)),
  addContact: os.addContact.handler(answer(addContact)),
  updateContact: os.updateContact.handler(answer(updateContact)),
  endContact: os.endContact.handler(answer(endContact)),
  eraseContact: os.eraseContact.handler(answer(eraseContact)),
});
