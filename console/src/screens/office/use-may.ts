import { operations, type Operation, type OperationName } from '@commonweal/contract';
import { belongs, useSession } from '../../shell/session.ts';

/**
 * Whether the person may call an operation, by the contract. It hides what would be refused; the
 * server refuses.
 */
export function useMay(): (name: OperationName) => boolean {
  const session = useSession();
  return (name) => {
    const { access }: Operation = operations[name];
    if (access.public) return true;
    if (!access.roles) return false;
    return belongs(session, access.roles === 'any' ? 'desk' : access.roles);
  };
}
