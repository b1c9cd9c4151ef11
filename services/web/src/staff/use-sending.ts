import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useRef } from 'react';

/** A mutation that is sent once at a time: the second press of a double click comes before the page is drawn again. */
export function useSending<Sent>(options: UseMutationOptions<unknown, Error, Sent>) {
  const isSending = useRef(false);
  const { mutate, isPending, error } = useMutation({
    ...options,
    onSettled: () => {
      isSending.current = false;
    },
  });
  const send = (sent: Sent): void => {
    if (isSending.current) return;
    isSending.current = true;
    mutate(sent);
  };
  return { send, isPending, error };
}
