// C model of rabbitmq-c: all of it is in amqp.h.
#pragma once
#include <amqp.h>
