import type { ControlId } from '@commonweal/law/registry';
import { msg, type Message } from '../../i18n/message.ts';

/** What a control is called in a narrow place. The English is the registry's own. */
export const controlNames: Readonly<Record<ControlId, Message>> = {
  G01: msg('Definition'),
  G02: msg('Protest left out'),
  G03: msg('Violence and intimidation'),
  G04: msg('Incitement'),
  G05: msg('Recruitment'),
  G06: msg('Instruction'),
  G07: msg('Journalism and research'),
  G08: msg('Power to order'),
  G09: msg('Independent decision'),
  G10: msg('Reasons'),
  G11: msg('Deadline in law'),
  G12: msg('Person told'),
  G13: msg('Provider may challenge'),
  G14: msg('Person may challenge'),
  G15: msg('Safe harbour'),
  G16: msg('No general monitoring'),
  G17: msg('Preservation with an end'),
  G18: msg('State reports'),
  G19: msg('Platforms report'),
  G20: msg('Designations published'),
  G21: msg('Way off the list'),
  G22: msg('Oversight'),
  G23: msg('ICCPR'),
  G24: msg('Enforceable guarantee'),
};

/** What a control asks. The English is the registry's own. */
export const controlQuestions: Readonly<Record<ControlId, Message>> = {
  G01: msg('Is there a definition of terrorism in a statute?'),
  G02: msg(
    'Does the definition leave out advocacy, protest, dissent and industrial action that is not meant to cause serious harm?',
  ),
  G03: msg(
    'Does the definition need both serious violence and the aim to intimidate a population or coerce a government?',
  ),
  G04: msg('Is it an offence to incite terrorism?'),
  G05: msg('Is it an offence to recruit for a terrorist group, or to ask support for one?'),
  G06: msg('Is it an offence to train for terrorism or to spread instructions for it?'),
  G07: msg(
    'Do offences and powers leave room for journalism, research, art, education and counter-speech?',
  ),
  G08: msg('Is there a power to have terrorist content online removed or blocked?'),
  G09: msg(
    'Does a court, or an authority independent of the executive, make the order or soon confirm it?',
  ),
  G10: msg('Must the order itself give its reasons and its legal basis?'),
  G11: msg('Is the time to comply fixed in law?'),
  G12: msg('Must the person whose content it is be told?'),
  G13: msg('Can the provider challenge the order before an independent body?'),
  G14: msg('Can the person affected challenge it before an independent body?'),
  G15: msg('Are intermediaries free of liability on conditions?'),
  G16: msg('Does the law say that nobody has to monitor everything?'),
  G17: msg('Is data preserved for investigations for a limited time?'),
  G18: msg('Must the authority publish or report the orders it makes?'),
  G19: msg('Must platforms publish or file reports?'),
  G20: msg('Are designations published?'),
  G21: msg('Is there a way off the list, before an independent body?'),
  G22: msg('Does a standing independent body watch over these powers?'),
  G23: msg(
    'Is the state party to the International Covenant on Civil and Political Rights (ICCPR)?',
  ),
  G24: msg(
    'Is there a guarantee of free expression in the constitution that can be enforced against these powers?',
  ),
};
