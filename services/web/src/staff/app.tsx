import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { antdTheme } from '../design/antd-theme.js';
import type { Palette } from '../design/tokens.js';
import { useIsPhone } from '../design/use-is-phone.js';
import { newQueryClient } from './query-client.js';
import { router } from './router.js';
import { SignInGate } from './sign-in/sign-in-gate.js';

export function App({ palette }: { palette: Palette }) {
  const { i18n } = useTranslation();
  const [queries] = useState(newQueryClient);
  const isPhone = useIsPhone();
  return (
    <ConfigProvider
      theme={antdTheme(palette, isPhone ? 'phone' : 'desk')}
      locale={i18n.language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
    >
      <AntdApp className="fill">
        <QueryClientProvider client={queries}>
          <SignInGate>
            <RouterProvider router={router} />
          </SignInGate>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
