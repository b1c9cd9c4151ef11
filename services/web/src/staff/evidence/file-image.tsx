import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../sign-in/session.js';

const DOWNLOAD_MS = 60_000;

export const fileOf = (address: string): Promise<Blob> =>
  ask<Blob>(address, { answer: 'blob', timeoutMs: DOWNLOAD_MS });

/** A picture of the platform: a tag of its own could not say who is asking. */
export function FileImage({ address, alt }: { address: string; alt: string }) {
  const { t } = useTranslation();
  // Bytes never change under an address.
  const { data, error } = useQuery({
    queryKey: ['bytes', address],
    queryFn: () => fileOf(address),
    staleTime: Infinity,
  });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (error) return <span>{t('evidence.lost')}</span>;
  return url === undefined ? <Skeleton.Node active aria-hidden="true" /> : <img src={url} alt={alt} />;
}
