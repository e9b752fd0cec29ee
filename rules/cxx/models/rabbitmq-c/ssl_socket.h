// C model of rabbitmq-c over TLS under another name.
#pragma once
#include <amqp_ssl_socket.h>
