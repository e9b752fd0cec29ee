// C model of libmodbus: https://libmodbus.org/reference/. Declarations only.
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _modbus modbus_t;
typedef struct _modbus_mapping_t {
  int nb_bits, start_bits, nb_input_bits, start_input_bits;
  int nb_input_registers, start_input_registers, nb_registers, start_registers;
  uint8_t* tab_bits;
  uint8_t* tab_input_bits;
  uint16_t* tab_input_registers;
  uint16_t* tab_registers;
} modbus_mapping_t;
typedef enum {
  MODBUS_ERROR_RECOVERY_NONE = 0,
  MODBUS_ERROR_RECOVERY_LINK = 2,
  MODBUS_ERROR_RECOVERY_PROTOCOL = 4
} modbus_error_recovery_mode;
#define MODBUS_TCP_DEFAULT_PORT 502
#define MODBUS_TCP_MAX_ADU_LENGTH 260
#define MODBUS_RTU_MAX_ADU_LENGTH 256
#define MODBUS_MAX_READ_REGISTERS 125

modbus_t* modbus_new_tcp(const char* ip, int port);
modbus_t* modbus_new_tcp_pi(const char* node, const char* service);
modbus_t* modbus_new_rtu(const char* device, int baud, char parity, int data_bit, int stop_bit);
int modbus_connect(modbus_t* ctx);
void modbus_close(modbus_t* ctx);
void modbus_free(modbus_t* ctx);
int modbus_flush(modbus_t* ctx);
int modbus_set_slave(modbus_t* ctx, int slave);
int modbus_set_debug(modbus_t* ctx, int on);
int modbus_set_error_recovery(modbus_t* ctx, modbus_error_recovery_mode mode);
int modbus_set_response_timeout(modbus_t* ctx, uint32_t seconds, uint32_t microseconds);
int modbus_get_response_timeout(modbus_t* ctx, uint32_t* seconds, uint32_t* microseconds);
int modbus_set_byte_timeout(modbus_t* ctx, uint32_t seconds, uint32_t microseconds);
int modbus_set_indication_timeout(modbus_t* ctx, uint32_t seconds, uint32_t microseconds);
int modbus_set_socket(modbus_t* ctx, int socket);
int modbus_get_socket(modbus_t* ctx);
int modbus_read_bits(modbus_t* ctx, int address, int n, uint8_t* to);
int modbus_read_input_bits(modbus_t* ctx, int address, int n, uint8_t* to);
int modbus_read_registers(modbus_t* ctx, int address, int n, uint16_t* to);
int modbus_read_input_registers(modbus_t* ctx, int address, int n, uint16_t* to);
int modbus_write_bit(modbus_t* ctx, int address, int status);
int modbus_write_register(modbus_t* ctx, int address, uint16_t value);
int modbus_write_bits(modbus_t* ctx, int address, int n, const uint8_t* from);
int modbus_write_registers(modbus_t* ctx, int address, int n, const uint16_t* from);
modbus_mapping_t* modbus_mapping_new(int bits, int input_bits, int registers, int inputs);
void modbus_mapping_free(modbus_mapping_t* mapping);
int modbus_tcp_listen(modbus_t* ctx, int n);
int modbus_tcp_accept(modbus_t* ctx, int* socket);
int modbus_receive(modbus_t* ctx, uint8_t* request);
int modbus_reply(modbus_t* ctx, const uint8_t* request, int length, modbus_mapping_t* mapping);
const char* modbus_strerror(int errnum);

#ifdef __cplusplus
}
#endif
