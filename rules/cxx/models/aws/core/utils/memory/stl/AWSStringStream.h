// Model of the AWS SDK: all of the core is in Aws.h.
#pragma once
#include <aws/core/Aws.h>
