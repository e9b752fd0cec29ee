// Model of the AWS SDK's client of DynamoDB: how it is made. Declarations only.
#pragma once

#include <aws/core/Aws.h>

namespace Aws {
namespace DynamoDB {

class DynamoDBClient : public Client::AWSClient {
 public:
  explicit DynamoDBClient(const Client::ClientConfiguration& config = Client::ClientConfiguration());
  DynamoDBClient(const Auth::AWSCredentials& credentials, const Client::ClientConfiguration& config);
  DynamoDBClient(const std::shared_ptr<Auth::AWSCredentialsProvider>& provider,
             const Client::ClientConfiguration& config);
};

}  // namespace DynamoDB
}  // namespace Aws
