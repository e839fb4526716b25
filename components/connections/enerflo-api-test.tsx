'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '#components/ui/button.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { api, errorWords } from '../api.ts';

/** Asks Enerflo whether it takes the key, and says what it answered. */
export function EnerfloApiTest({ id }: { id: string }) {
  const queries = useQueryClient();
  const test = useMutation(
    api.enerflo.test.mutationOptions({
      meta: { showsItsErrors: true },
      onSettled: () =>
        queries.invalidateQueries({ queryKey: api.enerflo.account.queryKey({ input: { id } }) }),
    }),
  );
  const { data } = test;
  return (
    <div className="flex flex-col items-start gap-2">
      <Button busy={test.isPending} onClick={() => test.mutate({ id })}>
        Test connection
      </Button>
      <div role="status" className="text-13">
        {data?.ok && (
          <StatusMark tone="good" shape="circle">
            {data.words}
          </StatusMark>
        )}
        {data && !data.ok && <Failure words={data.words} whatToDo={data.whatToDo} />}
        {test.isError && <Failure words={errorWords(test.error).message} whatToDo={null} />}
      </div>
    </div>
  );
}

function Failure({ words, whatToDo }: { words: string; whatToDo: string | null }) {
  return (
    <>
      <StatusMark tone="bad" shape="square" className="font-medium">
        The test failed
      </StatusMark>
      <p>{words}</p>
      {whatToDo && <p className="text-ink-2">{whatToDo}</p>}
    </>
  );
}
