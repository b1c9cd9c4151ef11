import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../sign-in/session.js';

const DOWNLOAD_MS = 60_000;

export const fileOf = (address: string): Promise<Blob> =>
  ask<Blob>(address, { answer: 'blob', timeoutMs: DOWNLOAD_MS });

/** The photo as it came, behind its covered copy; the look is on record. */
export const originalOf = (address: string, reason: string): Promise<Blob> =>
  ask<Blob>(`${address}/look`, { method: 'POST', body: { reason }, answer: 'blob', timeoutMs: DOWNLOAD_MS });

/** A picture of the platform: a tag of its own could not say who is asking. */
export function FileImage({ address, sha256, alt }: { address: string; sha256?: string; alt: string }) {
  // Bytes change under an address only where a covered copy takes the place of a photo, and then their sum does.
  const { data, error } = useQuery({
    queryKey: ['bytes', address, sha256],
    queryFn: () => fileOf(address),
    staleTime: Infinity,
  });
  const { t } = useTranslation();
  return error ? <span>{t('evidence.lost')}</span> : <BytesImage bytes={data} alt={alt} />;
}

/** @param bytes absent while they are on their way */
export function BytesImage({ bytes, alt }: { bytes?: Blob; alt: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(bytes);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return url === undefined ? <Skeleton.Node active aria-hidden="true" /> : <img src={url} alt={alt} />;
}
