import { useEffect, useRef, useState } from 'react';
import type { Photo } from './photo.js';
import { keepPhotos, keptPhotos } from './photo-store.js';

/** The photos of a form: what was chosen before the page was left comes back. */
export function usePhotos(form: string) {
  const [photos, setPhotos] = useState<Photo[]>([]);
  const touched = useRef(false);
  useEffect(() => {
    void keptPhotos(form).then((kept) => {
      if (!touched.current) setPhotos(kept);
    });
  }, [form]);
  return {
    photos,
    change: (next: Photo[]): void => {
      touched.current = true;
      setPhotos(next);
      void keepPhotos(form, next);
    },
    /** The words have been received: from now on the photos wait to be sent under that code. */
    received: (trackingCode: string): Promise<void> => keepPhotos(trackingCode, photos),
  };
}
