// C model of OpenSSL's random numbers. Declarations only.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

int RAND_bytes(unsigned char* buffer, int n);
int RAND_priv_bytes(unsigned char* buffer, int n);
int RAND_poll(void);
int RAND_status(void);
void RAND_seed(const void* buffer, int n);

#ifdef __cplusplus
}
#endif
